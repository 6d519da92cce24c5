/** One step of the documentation's walk: what it does, and a command line that does it (sh and curl, nothing else). */
export interface Example {
  readonly title: string;
  readonly text: string;
  readonly shell: string;
}

const post = (name: string, body: string): string =>
  `curl -sS "$SERVER/api/commands/${name}" -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '${body}'`;
const get = (path: string): string => `curl -sS "$SERVER${path}" -H "Authorization: Bearer $TOKEN"`;
/** Puts the value of the answer's key (a string) into a variable. */
const keep = (variable: string, key: string, command: string): string =>
  `${variable}=$(${command} | sed 's/.*"${key}":"\\([^"]*\\)".*/\\1/')`;

/**
 * A walk from nothing to a released plan; each step stands on those before. `test/server/api-examples.test.ts` runs them
 * as they stand here, in one shell with SERVER and TOKEN set.
 */
export const examples: readonly Example[] = [
  {
    title: "A conference",
    text: "The answer is the edit's place in the journal (`seq`) and what was made (`value`).",
    shell: keep(
      "CONFERENCE",
      "id",
      post(
        "createConference",
        '{"name":"Spring meeting","city":"Durban","zone":"Africa/Johannesburg","firstDay":"2027-03-05","lastDay":"2027-03-07"}',
      ),
    ),
  },
  {
    title: "A city’s time zone",
    text: "People know Chennai, not Asia/Kolkata.",
    shell: get("/api/places?query=Chennai"),
  },
  {
    title: "Two rooms",
    text: "Each comes with an audience: the people who sit in it.",
    shell: [
      keep(
        "DURBAN",
        "id",
        post(
          "createRoom",
          `{"conferenceId":"'$CONFERENCE'","name":"Durban","city":"Durban","zone":"Africa/Johannesburg","people":40}`,
        ),
      ),
      keep(
        "CHENNAI",
        "id",
        post(
          "createRoom",
          `{"conferenceId":"'$CONFERENCE'","name":"Chennai","city":"Chennai","zone":"Asia/Kolkata","people":25}`,
        ),
      ),
    ].join("\n"),
  },
  {
    title: "People who join from elsewhere",
    text: "Their hours are the usual ones unless you say otherwise.",
    shell: keep(
      "SONSONATE",
      "id",
      post(
        "createGroup",
        `{"conferenceId":"'$CONFERENCE'","name":"Sonsonate","city":"Sonsonate","zone":"America/El_Salvador","people":22}`,
      ),
    ),
  },
  {
    title: "A session that links them",
    text: "The time is wall time in the zone beside it. Where the clocks make a time come twice, add its `offset`.",
    shell: keep(
      "OCCURRENCE",
      "occurrenceId",
      post(
        "createSession",
        `{"conferenceId":"'$CONFERENCE'","title":"Opening plenary","state":"firm","minutes":45,"hostRoomId":"'$DURBAN'","start":{"wall":"2027-03-05T16:15","zone":"Africa/Johannesburg"},"links":[{"kind":"room","id":"'$CHENNAI'","need":"must","mode":"live"},{"kind":"group","id":"'$SONSONATE'","need":"may","mode":"live"}]}`,
      ),
    ),
  },
  {
    title: "What is wrong with it",
    text: "Each conflict in words, with commands that mend it.",
    shell: get("/api/conferences/$CONFERENCE/conflicts"),
  },
  {
    title: "Better link times",
    text: "The search goes on after the answer, until its time is over or nothing is left to look for. What it finds changes nothing: each plan brings the command that takes it (`take`), and that can be undone.",
    shell: [
      `curl -sS "$SERVER/api/suggest" -o begun.json -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{"conferenceId":"'$CONFERENCE'","seconds":20}'`,
      `until ${get("/api/conferences/$CONFERENCE/suggestion")} | grep -qE '"state":"(done|failed)"'; do sleep 1; done`,
      get("/api/conferences/$CONFERENCE/suggestion"),
    ].join("\n"),
  },
  {
    title: "Another time, only if nobody was faster",
    text: "The ETag of what you read is the `baseSeq` of what you send: if somebody else has moved the session since, the answer is 409 `conflict` and says who.",
    shell: [
      `SEQ=$(curl -sS -o /dev/null -D - "$SERVER/api/conferences/$CONFERENCE/plan.json" -H "Authorization: Bearer $TOKEN" | tr -d '\\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: "\\(.*\\)"/\\1/p')`,
      post(
        "moveOccurrence",
        `{"occurrenceId":"'$OCCURRENCE'","start":{"wall":"2027-03-05T16:00","zone":"Africa/Johannesburg"},"baseSeq":'$SEQ'}`,
      ),
    ].join("\n"),
  },
  {
    title: "Taken back",
    text: "Every edit can be undone by whoever made it.",
    shell: post("undo", "{}"),
  },
  {
    title: "Released",
    text: "From now on stages and participants’ pages follow this plan; the draft can go on.",
    shell: post("release", `{"conferenceId":"'$CONFERENCE'"}`),
  },
  {
    title: "The whole plan as a file",
    text: "What comes out goes in again, here or on another server.",
    shell: [
      `curl -sS "$SERVER/api/conferences/$CONFERENCE/plan.json" -H "Authorization: Bearer $TOKEN" -o plan.json`,
      `(printf '{"file":'; cat plan.json; printf '}') | curl -sS "$SERVER/api/commands/importPlan" -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d @-`,
    ].join("\n"),
  },
];
