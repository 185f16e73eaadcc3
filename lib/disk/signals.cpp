#include "disk/signals.h"

#include <array>
#include <csignal>
#include <cstddef>

namespace nastavnik {
namespace {

/// The person at the keyboard, the system going down, the terminal closed, the time allowed used up.
constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU};

volatile std::sig_atomic_t noted = 0;
int holders = 0;
std::array<struct sigaction, ending_signals.size()> before{};

extern "C" void note_signal(int number) { noted = number; }

/// Without SA_RESTART: whoever waits for another program wakes up. What is ignored (nohup) stays so.
void note(std::size_t i) {
  struct sigaction noting {};
  noting.sa_handler = note_signal;
  sigaction(ending_signals[i], nullptr, &before[i]);
  if (before[i].sa_handler != SIG_IGN) sigaction(ending_signals[i], &noting, nullptr);
}

}  // namespace

SignalsNoted::SignalsNoted() {
  if (holders++ > 0) return;
  for (std::size_t i = 0; i < ending_signals.size(); ++i) note(i);
}

SignalsNoted::~SignalsNoted() {
  if (--holders > 0) return;
  for (std::size_t i = 0; i < ending_signals.size(); ++i) sigaction(ending_signals[i], &before[i], nullptr);
}

int noted_signal() { return noted; }

void heed_signals() {
  if (noted != 0) throw Interrupted();
}

void die_of_noted_signal() {
  if (noted == 0) return;
  std::signal(noted, SIG_DFL);
  std::raise(noted);
}

}  // namespace nastavnik
