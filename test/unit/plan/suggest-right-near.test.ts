import { test } from "vitest";
import { expectRight } from "../../support/suggestright.ts";

test("150 plans where hours suit everybody: placed, reached and penalty are the optimum, and the burdens shown are the plan's", async () => {
  await expectRight("near", 150, 20200110);
}, 240_000);
