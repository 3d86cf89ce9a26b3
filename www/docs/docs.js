// @ts-check
/** What moves on the pages of the documentation. Each part looks for its place and does nothing on other pages. */

import "./explain.js";
import "./themes.js";
