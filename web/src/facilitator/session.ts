/** What a dialog of the session is asked to show. */
export type Asked =
  | "end"
  | "details"
  | "join"
  | "key"
  | "shortcuts"
  | "concepts"
  | "links"
  | "survey"
  | "roles"
  | "password"
  | "downloads";
