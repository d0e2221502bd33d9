// The gate canvas as Streamlit calls it: a new one stands where the one before was left.

import { component } from "../shared/component.js";
import { Inspector } from "./inspector.js";

export default component((root, before) => new Inspector(root, before?.view));
