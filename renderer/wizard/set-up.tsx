export function SetUp() {
  return <p>SetUp</p>;
}
