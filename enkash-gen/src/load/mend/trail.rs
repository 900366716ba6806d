//! Where a walk over a tree stands: its steps are noted, and a pointer is made of them only when somebody asks.

use crate::report::Pointer;

/// The steps from one node to the node at hand.
#[derive(Debug, Default)]
pub(super) struct Trail {
    start: Pointer,
    /// The tokens of all steps, one after the other.
    text: String,
    steps: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    /// Where its token ends.
    end: usize,
    /// What has been asked for once is shared by all that is found below.
    pointer: Option<Pointer>,
}

impl Trail {
    /// A walk that starts at a node.
    pub(super) fn from(start: Pointer) -> Self {
        Self { start, ..Self::default() }
    }

    /// Goes down to the child at a key or an index.
    pub(super) fn enter(&mut self, token: &str) {
        self.text.push_str(token);
        self.steps.push(Step { end: self.text.len(), pointer: None });
    }

    /// Goes back up.
    pub(super) fn leave(&mut self) {
        self.steps.pop();
        self.text.truncate(self.steps.last().map_or(0, |step| step.end));
    }

    /// The pointer of the node at hand.
    pub(super) fn pointer(&mut self) -> Pointer {
        let known = self.steps.iter().rposition(|step| step.pointer.is_some());
        let mut start = known.map_or(0, |index| self.steps[index].end);
        let mut pointer =
            known.and_then(|index| self.steps[index].pointer.clone()).unwrap_or_else(|| self.start.clone());
        for step in &mut self.steps[known.map_or(0, |index| index + 1)..] {
            pointer = pointer.child(&self.text[start..step.end]);
            step.pointer = Some(pointer.clone());
            start = step.end;
        }
        pointer
    }
}

#[cfg(test)]
mod tests {
    use super::Trail;
    use crate::report::Pointer;

    #[test]
    fn a_trail_knows_its_pointer_wherever_it_was_asked_before() {
        let mut trail = Trail::from(Pointer::root().child("start"));
        assert_eq!(trail.pointer().to_string(), "/start");
        trail.enter("a/b");
        trail.enter("");
        trail.enter("ü");
        assert_eq!(trail.pointer().to_string(), "/start/a~1b//ü");
        trail.leave();
        trail.enter("2");
        trail.enter("x");
        assert_eq!(trail.pointer().to_string(), "/start/a~1b//2/x");
        for _ in 0..5 {
            trail.leave();
        }
        assert_eq!(trail.pointer().to_string(), "/start");
    }
}
