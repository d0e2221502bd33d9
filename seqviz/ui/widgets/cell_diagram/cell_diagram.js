// The cell diagram as Streamlit calls it.

import { component } from "../shared/component.js";
import { Diagram } from "./diagram.js";

export default component((root) => new Diagram(root));
