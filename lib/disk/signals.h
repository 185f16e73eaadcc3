#pragma once

namespace nastavnik {

/// Thrown where a signal asked the program to end, so that what is half done is taken back on the way out.
struct Interrupted {};

/// While one lives, the signals that ask a program to end leave only a note: there is something to take back first.
/// Outside they end the program at once, as they always do. One thread makes and ends them.
class SignalsNoted {
public:
  SignalsNoted();
  ~SignalsNoted();
  SignalsNoted(const SignalsNoted&) = delete;
  SignalsNoted& operator=(const SignalsNoted&) = delete;
};

/// The signal that has been noted, or 0.
int noted_signal();

/// Throws Interrupted where a signal has been noted.
void heed_signals();

/// Ends the program by the signal that has been noted, if one was; the last thing that main does.
void die_of_noted_signal();

}  // namespace nastavnik
