export function Loading({what}: {what: string}) {
  return (
    <section class="page" aria-busy="true">
      <p class="faint" role="status">
        Loading {what} …
      </p>
    </section>
  )
}
