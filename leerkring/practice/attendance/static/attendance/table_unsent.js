// Where a table was: what this phone could not send to the tables of that meeting any more.
"use strict";

import { takenOut } from "../answering/outbox.js";
import { namesThatBegin, setAside, showUnsent } from "../answering/unsent.js";

const [meeting] = location.pathname.split("-"); // "/tafel/7-2.…/": table 2 of meeting 7
const names = namesThatBegin(`leerkring-tafel-${meeting}-`);
const all = names.map((name) => Object.entries(setAside(name, takenOut(name)))).flat();
showUnsent(document.querySelector("[data-unsent]"), Object.fromEntries(all));
