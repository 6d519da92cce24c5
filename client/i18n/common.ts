import { catalogue } from "./catalogue.ts";

/** Words that all pages share: times, states of the line, keys of dialogs, errors. */
export const common = catalogue({ en: () => import("./en/common.ts"), es: () => import("./es/common.ts") });
