/** What a link names is shown by itself: no row of the list is taken for it, and no key acts. */
export function NotInList({ what }: { readonly what: string }) {
  return (
    <p className="muted" role="status">
      This {what} is not in this list. Choose a row to go on with the list.
    </p>
  );
}
