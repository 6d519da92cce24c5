import { test } from "vitest";
import { expectRight } from "../../support/suggestright.ts";

test("150 plans where somebody pays whatever one does: placed, reached and penalty are the optimum, and the burdens shown are the plan's", async () => {
  await expectRight("far", 150, 20200110);
}, 240_000);
