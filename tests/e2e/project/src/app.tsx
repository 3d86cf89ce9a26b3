/** The element as a site in React uses it: attributes, properties, events, and a reference to call its methods. */

import "claim-check/define";
import type {} from "claim-check/react";
import type { ClaimCheckElement } from "claim-check";

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";

const EXAMPLES = [{ en: "Doubao was launched in August 2023" }];

function App() {
  const element = useRef<ClaimCheckElement>(null);
  const [summary, setSummary] = useState("");
  return (
    <>
      <button type="button" onClick={() => void element.current?.check("ByteDance ordered 200,000 Huawei chips")}>
        Ask for me
      </button>
      <claim-check
        ref={element}
        className="checker"
        lang="en"
        theme="dark"
        loading="eager"
        permalink
        examples={EXAMPLES}
        onclaim-check-result={({ detail }) => setSummary(detail.report.summary)}
      />
      <output>{summary}</output>
    </>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
