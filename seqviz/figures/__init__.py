"""Plain arrays and records to plotly figures; knows neither torch nor streamlit."""
