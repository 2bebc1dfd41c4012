import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  FieldError,
  I18nProvider,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import './combo-box.css';

/** One of the choices. */
export interface Choice {
  readonly id: string;
  /** The text that one types to find it. */
  readonly name: string;
  /** Shown next to the name. */
  readonly detail?: ReactNode;
}

interface Props {
  readonly label: ReactNode;
  readonly choices: readonly Choice[];
  /** The id of what is chosen; undefined: nothing is. */
  readonly value: string | undefined;
  /** @param id undefined: nothing any more */
  readonly onChoose: (id: string | undefined) => void;
  /** Shown in place of the choices where none has what was typed. */
  readonly empty: ReactNode;
  /** The label of the button that shows all choices. */
  readonly showAll: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** The library keeps what it has read out for some seconds, also where the combo box is gone. */
function clearAnnouncements(): void {
  for (const log of document.querySelectorAll('[data-live-announcer] > *')) log.replaceChildren();
}

/**
 * Keeps a list open while the page scrolls, as it does on a small screen to show the choice that has the focus: the list moves with its
 * field. The library would close it, by a listener that it adds once the list is open.
 */
function useStaysOpen(): (isOpen: boolean) => void {
  const isOpen = useRef(false);
  useEffect(() => {
    const onScroll = (event: Event): void => {
      if (isOpen.current && event.target === document) event.stopImmediatePropagation();
    };
    window.addEventListener('scroll', onScroll, true);
    return () => window.removeEventListener('scroll', onScroll, true);
  }, []);
  return (now) => void (isOpen.current = now);
}

/**
 * One choice of a list that is too long to look through: the choices are those with the typed letters. A form is not sent without one.
 *
 * While its list is open, the library hides everything else from screen readers and leaves it focusable (against WCAG 2.2, 4.1.2), because
 * it puts the list at the end of the document. Here the list stands next to the field, and `index.html` exempts the page by
 * `data-react-aria-top-layer`.
 */
export function ComboBox({ label, choices, value, onChoose, empty, showAll, inputRef }: Props): ReactNode {
  const { i18n } = useLingui();
  const [beside, setBeside] = useState<HTMLDivElement | null>(null);
  useEffect(() => clearAnnouncements, []);
  const noteOpen = useStaysOpen();
  return (
    <I18nProvider locale={`${i18n.locale}-CA`}>
      {/* The library looks for this id before it adds a style to the document, which the Content-Security-Policy forbids. */}
      <span id="react-aria-pressable-style" hidden />
      <AriaComboBox
        className="combo-box field"
        value={value ?? null}
        defaultInputValue={choices.find(({ id }) => id === value)?.name ?? ''}
        onOpenChange={noteOpen}
        onChange={(key) => onChoose(key === null ? undefined : `${key}`)}
        defaultItems={choices}
        allowsEmptyCollection
        isRequired
      >
        <Label>{label}</Label>
        <FieldError className="error">
          <Trans>Fill this in.</Trans>
        </FieldError>
        <div ref={setBeside} className="input">
          <Input ref={inputRef} autoComplete="off" />
          <Button aria-label={showAll}>
            <span aria-hidden="true">▾</span>
          </Button>
        </div>
        <Popover className="choices-popover" {...(beside && { UNSTABLE_portalContainer: beside })}>
          <ListBox<Choice> renderEmptyState={() => <p>{empty}</p>}>
            {({ name, detail }) => (
              <ListBoxItem textValue={name}>
                <span>{name}</span> {detail}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  );
}
