// Where a board was: what this phone could not send to it any more, to be read and copied.
"use strict";

import { takenOut } from "../answering/outbox.js";
import { remembered, showUnsent, unsent } from "./memory.js";

const [, , code] = location.pathname.split("/");
const memory = remembered(`leerkring-bord-mijn-${code}`);
showUnsent(document.querySelector("[data-unsent]"), unsent(memory, takenOut(`leerkring-bord-${code}`)));
