"""What a browser has done of the course: lessons opened, tasks checked, predictions made."""
