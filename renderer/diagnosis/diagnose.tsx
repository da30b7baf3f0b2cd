export default function Diagnose() {
  return <p>Diagnose</p>;
}
