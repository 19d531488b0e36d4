// A key from a QR code stands behind the # of the address: a browser never sends that part. It is
// put in the field and taken out of the address.
"use strict";

const field = document.querySelector("[data-key-form] input[name=key]");
if (field && location.hash.length > 1) {
  field.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
}
