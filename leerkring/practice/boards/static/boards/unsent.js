// Where a board was: what this phone could not send to it any more, to be read and copied.
"use strict";

import { takenOut } from "../answering/outbox.js";
import { setAside, showUnsent } from "../answering/unsent.js";
import { refusedCards, remembered } from "./memory.js";

const [, , code] = location.pathname.split("/");
const name = `leerkring-bord-${code}`;
const refused = refusedCards(remembered(`leerkring-bord-mijn-${code}`));
showUnsent(document.querySelector("[data-unsent]"), setAside(name, { ...refused, ...takenOut(name) }));
