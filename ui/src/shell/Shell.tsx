import { Menu, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useLandmark } from "react-aria";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useLocation } from "wouter";
import type { AppStatus } from "../backend/backend";
import { Button, ButtonLink } from "../components/Button";
import { Views } from "../views/Views";
import { useText } from "../words/context";
import { Sidebar } from "./Sidebar";
import { useAnywhere } from "./useAnywhere";
import { useLock } from "./useLock";
import { useWork } from "./useWork";

/** Sidebar, or in narrow windows a menu, and the view beside it. */
export function Shell({ status }: { status: AppStatus }) {
  const t = useText();
  const [location] = useLocation();
  const [menu, setMenu] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark({ role: "main", "aria-label": t("shell-content") }, main);
  const lock = useLock();
  useAnywhere(lock);
  useWork();
  return (
    <>
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t("shell-skip")}
      </a>
      <div className="app">
        <Sidebar status={status} onLock={lock} />
        <header className="topbar">
          <Button kind="quiet" onPress={() => setMenu(true)}>
            <Menu className="icon" />
            {t("shell-menu")}
          </Button>
          <span className="push" />
          <ButtonLink kind="quiet" href="#/add">
            <Plus className="icon" />
            {t("shell-add-short")}
          </ButtonLink>
        </header>
        <ModalOverlay className="drawer__scrim" isOpen={menu} onOpenChange={setMenu} isDismissable>
          <Modal className="drawer">
            <Dialog aria-label={t("shell-menu")} className="drawer__box">
              <Sidebar status={status} onLock={lock} onGo={() => setMenu(false)} drawer />
            </Dialog>
          </Modal>
        </ModalOverlay>
        <main
          className="main"
          id="content"
          ref={main}
          tabIndex={-1}
          {...landmarkProps}
          key={location.split("/")[1] ?? ""}
        >
          <Views />
        </main>
      </div>
    </>
  );
}
