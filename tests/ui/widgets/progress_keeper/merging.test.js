import assert from "node:assert/strict";
import test from "node:test";

import { merged } from "../../../../seqviz/ui/widgets/progress_keeper/merging.js";

test("what two tabs have done is kept of both, the lesson opened last at the end", () => {
  assert.equal(merged("tokens:o.1~cleaning:o.1", "tokens:o.2"), "cleaning:o.1~tokens:1.o.2");
});

test("the same said twice is said once", () => {
  assert.equal(merged("cleaning:o.1~tokens:o", "cleaning:o.1~tokens:o"), "cleaning:o.1~tokens:o");
  assert.equal(merged("", "cleaning:o"), "cleaning:o");
  assert.equal(merged("cleaning:o", ""), "cleaning:o");
});

test("of two predictions at one question the newer counts", () => {
  assert.equal(merged("bias:p0a1b2c-1.p999999-0", "bias:p0a1b2c-2"), "bias:p999999-0.p0a1b2c-2");
});

test("what is not written as it should be goes", () => {
  assert.equal(merged("<b>:o~tokens:o;x~cleaning:o", "bias:o"), "cleaning:o~bias:o");
});
