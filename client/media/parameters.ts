import type { TransportOptions } from "mediasoup-client/types";

/** The server's offers are opaque to the protocol; here they get the library's types. */
export type Parameter<Name extends keyof TransportOptions> = TransportOptions[Name];
