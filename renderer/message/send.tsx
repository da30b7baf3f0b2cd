export default function Send() {
  return <p>Send</p>;
}
