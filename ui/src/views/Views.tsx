import { Redirect, Route, Switch } from "wouter";
import { Add } from "./Add";
import { Backpack } from "./Backpack";
import { Badge } from "./Badge";
import { Help } from "./Help";
import { Inbox } from "./Inbox";
import { NewAccount } from "./NewAccount";
import { Portfolio } from "./Portfolio";
import { Settings } from "./Settings";
import { Review } from "./Review";
import { Stack } from "./Stack";
import { Stacks } from "./Stacks";

/** Which place shows which view. */
export function Views() {
  return (
    <Switch>
      <Route path="/backpack/:find?">{({ find }) => <Backpack find={find === "find"} />}</Route>
      <Route path="/add/:guide?">{({ guide }) => <Add guide={guide === "guide"} />}</Route>
      <Route path="/account/mail">
        <NewAccount kind="mail" />
      </Route>
      <Route path="/account/platform">
        <NewAccount kind="platform" />
      </Route>
      <Route path="/badge/:id">{({ id }) => <Badge id={id} />}</Route>
      <Route path="/inbox" component={Inbox} />
      <Route path="/stacks" component={Stacks} />
      <Route path="/stacks/:id">{({ id }) => <Stack id={id} />}</Route>
      <Route path="/portfolio/stack/:stack">{({ stack }) => <Portfolio stack={stack} />}</Route>
      <Route path="/portfolio/badge/:badge">{({ badge }) => <Portfolio badge={badge} />}</Route>
      <Route path="/portfolio">
        <Portfolio />
      </Route>
      <Route path="/settings">
        <Settings />
      </Route>
      <Route path="/review">
        <Review />
      </Route>
      <Route path="/help" component={Help} />
      <Route>
        <Redirect to="/backpack" />
      </Route>
    </Switch>
  );
}
