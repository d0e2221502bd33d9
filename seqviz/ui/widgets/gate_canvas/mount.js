// The component as Streamlit calls it.

import { component } from "../shared/component.js";
import { Inspector } from "./inspector.js";

export default component((root, before) => new Inspector(root, before?.view));
