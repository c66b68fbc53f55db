import { Redirect, Route, Switch } from "wouter";
import { Backpack } from "./Backpack";

/** Which place shows which view. */
export function Views() {
  return (
    <Switch>
      <Route path="/backpack/:find?">{({ find }) => <Backpack find={find === "find"} />}</Route>
      <Route>
        <Redirect to="/backpack" />
      </Route>
    </Switch>
  );
}
