package hostile

const questions = `## ALL

### Question: ALL
<!-- {id: choice, objective: see, confidence: true} -->

ALL

- (x) ALL
  > ALL
- ( ) Another ALL
  > ALL

> **Hint:** ALL

> **Why:** ALL

### Question: Several ALL
<!-- {id: several} -->

- [x] ALL
  > ALL
  > **If left out:** ALL
- [ ] Another ALL
  > ALL

### Question: Type ALL
<!-- {id: text} -->

- = ALL
- ~ Near ALL
  > ALL
- != Not ALL
  > ALL

### Question: Number ALL
<!-- {id: constructor} -->

- = 45
  > ALL
- != 46
  > ALL

### Fill in: Gaps TAME
<!-- {id: gaps} -->

ALL [[TAME]] and [[(TAME) / other TAME]].

### Match: Match ALL
<!-- {id: match} -->

- One TAME -> TAME
  > ALL
- Two TAME -> Other TAME
- -> Extra TAME
  > ALL

### Order: Order ALL
<!-- {id: order} -->

1. ALL
   > ALL
2. Second ALL
3. Third ALL

### Sort: Sort ALL
<!-- {id: sort} -->

- One TAME: first TAME; second TAME
  > ALL
- Two TAME: third TAME

### Judge: Judge ALL
<!-- {id: judge} -->

- (8/10) ALL
  > ALL
- (2/10) Another ALL

### Reflect: Reflect ALL
<!-- {id: reflect} -->

> **Model answer:** ALL

- [ ] ALL

### Rate: Rate ALL
<!-- {id: rate} -->

> **Scale:** No TAME / Yes TAME

- ALL
- Another ALL

> **Why:** ALL

### Card: Card ALL
<!-- {id: card} -->

> **Back:** ALL

### Scenario: Scenario ALL
<!-- {id: scenario} -->

ALL

- [TAME](#go)
  > ALL
- [Other TAME](#stay)

#### Go

ALL

> **End:** ALL

#### Stay

> **End:** ALL
`

const quiz = `## Quiz: Exam ALL
<!-- {id: exam, mode: exam, pass: 80%} -->

ALL

### Question: ALL
<!-- {id: exam-one} -->

- (x) ALL
  > ALL
- ( ) Another ALL

### Question: Type ALL
<!-- {id: exam-two} -->

- = ALL

## Quiz: Practice ALL
<!-- {id: practice, pick: 1} -->

### Question: Draw ALL
<!-- {id: draw-one} -->

- (x) ALL
- ( ) Another ALL

### Question: Draw again ALL
<!-- {id: draw-two} -->

- (x) ALL
- ( ) Another ALL
`
