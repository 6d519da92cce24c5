import { Component, render } from "preact";
import type { ComponentChild, ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { common } from "../i18n/common.ts";
import { loadLanguage } from "../i18n/language.ts";
import { TroubleNote } from "./trouble.tsx";
import { Key } from "./key.tsx";
import "./base.css";

/**
 * Draws a page once its words are there. `layout` are the classes of its frame: "phone", "phone wide", "desk" …
 * Open the connection before this, so that words and line come at the same time.
 */
export async function start(layout: string, page: () => ComponentChild): Promise<void> {
  const frame = document.querySelector("#app");
  if (frame === null) throw new Error("the page has no frame");
  frame.className = layout;
  try {
    await loadLanguage();
  } catch {
    frame.replaceChildren(...withoutWords());
    return;
  }
  const Page = page;
  render(
    <Broken>
      <Page />
    </Broken>,
    frame,
  );
}

/** The catalogues did not come: the only words of the program that stand outside of them. */
function withoutWords(): readonly HTMLElement[] {
  return (["en", "es"] as const).map((tag) => {
    const text = document.createElement("p");
    text.lang = tag;
    text.className = "pad";
    text.textContent =
      tag === "en"
        ? "The line broke while this page was loading. Check it, then reload the page."
        : "La línea se cortó mientras se cargaba esta página. Compruébela y recargue la página.";
    return text;
  });
}

/** A page that breaks says so, instead of going blank. */
class Broken extends Component<{ readonly children: ComponentChildren }, { readonly error: unknown }> {
  override state = { error: undefined };

  static override getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render(): ComponentChild {
    if (this.state.error === undefined) return this.props.children;
    return (
      <main class="pad stack">
        <TroubleNote trouble={common().errors.broken} />
        <Key look="main" onPress={() => location.reload()}>
          {common().reload}
        </Key>
      </main>
    );
  }
}

/** Sets the window's title: the subject first, so that tabs can be told apart. */
export function usePageTitle(subject: string): void {
  const title = subject === "" ? "Crossroom" : common().on(subject);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
