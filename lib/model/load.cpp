#include "model/load.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

#include "base/text.h"
#include "base/threads.h"
#include "model/intake.h"
#include "model/inventory.h"
#include "model/kinds/settings.h"
#include "model/kinds/waivers.h"
#include "model/requirements.h"
#include "model/shape.h"
#include "source/merge.h"
#include "source/mounted.h"
#include "source/node.h"
#include "source/read_fault.h"
#include "source/requirements.h"

namespace nastavnik {
namespace {

constexpr std::string_view default_people = "people";

std::string_view stem_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

/// Whether the name is taken at the root, be it by a folder, a pipe or a link that leads nowhere.
bool stands(const Tree& tree, const std::string& name) {
  if (tree.has_file(name) || tree.has_folder(name)) return true;
  const Listing root = tree.list("");
  return std::any_of(root.begin(), root.end(), [&](const TreeEntry& entry) { return entry.name == name; });
}

/// What one thread keeps for itself.
struct Worker {
  explicit Worker(Arena& bytes) : arena(bytes) {}
  Arena& arena;
  std::array<std::byte, std::size_t{1} << 17> first{};
  std::pmr::monotonic_buffer_resource nodes{first.data(), first.size()};
  Findings findings{};
  std::map<Span, PlaceInRecord> places{};
  bool unreadable = false;
};

}  // namespace

/// Takes one registry from paths to linked records. Its steps are the lines of `run`.
class Loader {
public:
  explicit Loader(const LoadRequest& request)
      : request_(request), loaded_(std::make_unique<Loaded>()), registry_(loaded_->registry) {}

  std::unique_ptr<Loaded> run() {
    read_settings();
    if (loaded_->faulty_settings) return std::move(loaded_);
    if (stands(request_.tree, baseline_file)) read_baseline();
    if (request_.settings_only) return std::move(loaded_);
    list_files();
    read_files();
    close_tables();
    link();
    registry_.index();
    return std::move(loaded_);
  }

private:
  struct Job {
    std::uint32_t source;
    std::size_t kind;
    std::size_t slot;
  };

  // The settings say where the people are and which day is judged, so they are read before everything else; neither
  // they nor the waivers may be in doubt, for both decide what is a finding.
  void read_settings() {
    auto worker = std::make_unique<Worker>(new_arena());
    read_early<Settings>(*worker);
    Settings& settings = record_of<Settings>();
    refuse_shared_folder(settings, *worker);
    if (request_.earlier) loaded_->changed_settings = keep_earlier(settings, *request_.earlier, !request_.as_of);
    registry_.day_ = request_.as_of.value_or(settings.as_of.given() ? *settings.as_of : request_.today);
    if (stands(request_.tree, std::string(Waivers::kind.folder))) read_early<Waivers>(*worker);
    accept_no_waivers(*worker);
    finish(*worker);
    const bool only_warnings = std::none_of(loaded_->findings.begin(), loaded_->findings.end(),
                                            [](const Finding& f) { return f.severity == Severity::error; });
    loaded_->faulty_settings = !only_warnings;
  }

  /// Records of two kinds in one folder could not be told apart.
  static void refuse_shared_folder(const Settings& settings, Worker& worker) {
    if (!settings.people_dir.given()) return;
    const std::string_view folder = (*settings.people_dir).substr(0, (*settings.people_dir).find('/'));
    for (const Kind* kind : folder_kinds()) {
      if (folder != kind->folder || folder == default_people) continue;
      add(worker, row_of(Structure::wrong_type), settings.people_dir.span,
          say({"в папке {}/ лежат другие записи; людям нужна своя папка",
               "the folder {}/ holds other records; the people need one of their own"},
              folder));
    }
  }

  template <class T>
  void read_early(Worker& worker) {
    constexpr std::size_t kind = place_of_single<T>;
    present(kind) =
        read_into(worker, loaded_->sources.add(std::string(T::kind.folder)), *intakes_[kind], record_of<T>());
    ++loaded_->files;
  }

  /// Who takes the last waiver out may leave the file, with nothing in it.
  void accept_no_waivers(Worker& worker) {
    const std::size_t empty = std::erase_if(worker.findings, [&](const Finding& finding) {
      return finding.of == &row_of(YamlRow::empty) && loaded_->sources.path(finding.span) == Waivers::kind.folder;
    });
    if (empty != 0) record_of<Waivers>().broken = false;
  }

  void read_baseline() {
    const std::uint32_t index = loaded_->sources.add(baseline_file);
    const ReadResult bytes = request_.tree.read(baseline_file, new_arena());
    loaded_->sources[index].text = bytes.text;
    mark_places(loaded_->sources[index]);
    loaded_->baseline = index;
    report_unfinished_merge(index, loaded_->sources[index].text, loaded_->findings);
    if (bytes.fault == ReadFault::none) return;
    const Requirement& row = row_of(Structure::file_unreadable);
    loaded_->unreadable = true;
    loaded_->findings.push_back(
        {.of = &row, .severity = row.severity, .span = {index, 0, 0}, .label = explain(bytes.fault)});
  }

  void list_files() {
    const Settings& settings = registry_.settings();
    people_folder_ = settings.people_dir.given() ? std::string(*settings.people_dir) : std::string(default_people);
    loaded_->sources.set_personal_folder(people_folder_);
    if (request_.people) mounted_ = std::make_unique<MountedTree>(request_.tree, people_folder_, *request_.people);
    std::vector<std::string> folders, singles;
    for (const Kind* kind : folder_kinds()) folders.push_back(folder_of(kind->folder));
    for (const Kind* kind : single_kinds()) singles.emplace_back(kind->folder);
    Inventory inventory = take_inventory(tree(), folders, singles, loaded_->sources, loaded_->findings);
    folder_seen_ = inventory.folder_seen;
    loaded_->unreadable = loaded_->unreadable || inventory.unreadable;
    plan(inventory);
    for (std::size_t kind = folders.size(); kind < intakes_.size(); ++kind) plan_single(kind);
  }

  void plan(const Inventory& inventory) {
    std::vector<std::size_t> counts(folder_kinds().size());
    for (const SourceOfRecord& file : inventory.files) jobs_.push_back({file.source, file.kind, counts[file.kind]++});
    for (std::size_t kind = 0; kind < counts.size(); ++kind)
      intakes_[kind]->resize(registry_.held_[kind].get(), counts[kind]);
  }

  void plan_single(std::size_t kind) {
    const Intake& intake = *intakes_[kind];
    if (&intake.kind == &Settings::kind || &intake.kind == &Waivers::kind) return;  // read already
    const std::string path(intake.kind.folder);
    if (stands(tree(), path)) return jobs_.push_back({loaded_->sources.add(path), kind, 0});
    Record& record = record_of({0, kind, 0});
    record.span = registry_.settings().span;
    if (kind == place_of_single<Organization>) report_missing(path), intake.obscure(record);
  }

  void report_missing(const std::string& path) {
    const Requirement& row = row_of(Structure::file_missing);
    loaded_->findings.push_back({.of = &row,
                                 .severity = row.severity,
                                 .span = registry_.settings().span,
                                 .label = say({"в реестре нет файла {}", "the registry has no file {}"}, path)});
  }

  void read(Worker& worker, const Job& job) {
    const Intake& intake = *intakes_[job.kind];
    Record& record = record_of(job);
    const bool could = read_into(worker, job.source, intake, record);
    if (!intake.kind.single()) return;
    present(job.kind) = could;
    if (!could) intake.obscure(record);
  }

  /// Whether the record could be read.
  bool read_into(Worker& worker, std::uint32_t index, const Intake& intake, Record& record) {
    Source& source = loaded_->sources[index];
    const Kind& kind = intake.kind;
    if (!kind.single()) record.id = stem_of(source.path);
    record.span = {index, 0, 0};
    const std::size_t found_before = worker.findings.size();
    const Node* root = read_bytes(worker, source, index);
    record.broken = !root || root->kind != Node::Kind::map;
    if (!record.broken) {
      record.span.size = first_line(source.text);
      const bool mask = loaded_->sources.is_personal(record.span);
      ReadContext context{worker.findings, request_.today, mask, loaded_->sources[index].text};
      if (!kind.single() && !kind.is_id(record.id)) report_id(worker, record.span, kind);
      intake.take_in(*root, context, registry_.day_, record);
    }
    count_the_rest(worker.findings, found_before);
    if (root) note_places(worker, *root, found_before);
    worker.nodes.release();
    return !record.broken;
  }

  /// While the nodes are there: a record does not hold keys that nobody knows, nor what came later than the day.
  void note_places(Worker& worker, const Node& root, std::size_t from) const {
    for (std::size_t i = from; i < worker.findings.size(); ++i) {
      const Span span = worker.findings[i].span;
      const bool personal = loaded_->sources.is_personal(span);
      worker.places.emplace(span, place_in(root, span, shape_at(loaded_->sources.path(span), personal), personal));
    }
  }

  /// What a record is read from; a finding says where it is no map. Nothing when there is nothing to read.
  const Node* read_bytes(Worker& worker, Source& source, std::uint32_t index) {
    const ReadResult bytes = tree().read(source.path, worker.arena);
    if (bytes.fault != ReadFault::none) {
      worker.unreadable = true;
      add(worker, row_of(Structure::file_unreadable), {index, 0, 0}, explain(bytes.fault));
      return nullptr;
    }
    source.text = bytes.text;
    mark_places(source);
    const Node* root = parse(index, loaded_->sources, worker.arena, worker.nodes, worker.findings);
    if (root && root->kind != Node::Kind::map)
      add(worker, row_of(Structure::wrong_type), root->span,
          Text{"запись — это набор полей «ключ: значение»", "a record is a mapping, “key: value”"});
    return root;
  }

  /// The bytes of the first line; of a comment, which is not what a finding means, only the mark.
  static std::uint32_t first_line(std::string_view text) {
    return text.starts_with('#') ? 1 : static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n"), text.size()));
  }
  static void report_id(Worker& worker, Span span, const Kind& kind) {
    add(worker, row_of(Structure::bad_id), span,
        say({"имя файла — это номер записи, он пишется так: {}",
             "the file name is the id of the record, written like this: {}"},
            kind.id_shape));
  }
  static void add(Worker& worker, const Requirement& row, Span span, Words label) {
    worker.findings.push_back({.of = &row, .severity = row.severity, .span = span, .label = std::move(label)});
  }

  void read_files() {
    const std::size_t threads = std::clamp<std::size_t>(request_.jobs, 1, std::max<std::size_t>(1, jobs_.size() / 16));
    std::vector<std::unique_ptr<Worker>> workers;
    for (std::size_t i = 0; i < threads; ++i) workers.push_back(std::make_unique<Worker>(new_arena()));
    share_out(jobs_.size(), threads, [&](std::size_t thread, std::size_t i) { read(*workers[thread], jobs_[i]); });
    for (auto& worker : workers) finish(*worker);
    loaded_->files += jobs_.size();
  }

  void finish(Worker& worker) {
    std::move(worker.findings.begin(), worker.findings.end(), std::back_inserter(loaded_->findings));
    loaded_->places.merge(worker.places);
    loaded_->unreadable = loaded_->unreadable || worker.unreadable;
  }

  void close_tables() {
    for (std::size_t kind = 0; kind < folder_kinds().size(); ++kind) {
      void* const table = registry_.held_[kind].get();
      const std::vector<Span>& broken = intakes_[kind]->close(table, is_seen(kind));
      registry_.broken_files_.insert(registry_.broken_files_.end(), broken.begin(), broken.end());
      loaded_->records += intakes_[kind]->size(table);
    }
    for (std::size_t kind = folder_kinds().size(); kind < intakes_.size(); ++kind) {
      const Record& record = record_of({0, kind, 0});
      if (record.broken) registry_.broken_files_.push_back(record.span);
      loaded_->records += std::size_t{present(kind)};
    }
  }
  /// Records that have no folder yet do not exist; people may be kept elsewhere. An empty folder of theirs is where
  /// they would be: a submodule that was not fetched.
  bool is_seen(std::size_t kind) const {
    const std::string_view folder = intakes_[kind]->kind.folder;
    if (folder != default_people) return folder_seen_[kind] || !stands(tree(), std::string(folder));
    const Listing people = tree().list(people_folder_);
    return folder_seen_[kind] && std::any_of(people.begin(), people.end(),
                                             [](const TreeEntry& entry) { return !entry.name.starts_with('.'); });
  }

  void link() {
    for (std::size_t kind = 0; kind < intakes_.size(); ++kind) link_all(kind);
  }
  /// What following the links of some records has shown.
  struct Linked {
    Findings findings;
    std::vector<Span> missing_files;  ///< scans that the records name and the registry has not (S-08 asks for them)
  };
  // No record is linked by what another's links have become, so that shares of a table can be linked side by side.
  void link_all(std::size_t kind) {
    constexpr std::size_t share = 256;
    const std::size_t count = intakes_[kind]->size(registry_.held_[kind].get());
    std::vector<Linked> shares((count + share - 1) / share);
    share_out(shares.size(), request_.jobs, [&](std::size_t, std::size_t i) {
      shares[i] = link_records(kind, i * share, std::min(count, (i + 1) * share));
    });
    for (Linked& linked : shares) take(std::move(linked));
  }
  Linked link_records(std::size_t kind, std::size_t from, std::size_t to) {
    Linked linked;
    for (std::size_t i = from; i < to; ++i)
      for (const At<Path>* path : intakes_[kind]->follow_links(registry_, linked.findings, record_of({0, kind, i})))
        if (kind != place_of_single<Settings> && !tree().has_file(std::string(**path)))
          linked.missing_files.push_back(path->span);
    count_the_rest(linked.findings, 0);
    return linked;
  }
  void take(Linked linked) {
    std::move(linked.findings.begin(), linked.findings.end(), std::back_inserter(loaded_->findings));
    registry_.missing_files_.insert(registry_.missing_files_.end(), linked.missing_files.begin(),
                                    linked.missing_files.end());
  }

  template <class... Folder, class... Single>
  static std::vector<const Intake*> all_intakes(Types<Folder...>, Types<Single...>) {
    return {&intake_of<Folder>()..., &intake_of<Single>()...};
  }
  /// Where a kind with one file stands among all kinds.
  template <class T>
  static constexpr std::size_t place_of_single = count_of(Kinds()) + place_in<T>(SingleKinds());

  Record& record_of(const Job& job) const {
    return intakes_[job.kind]->record(registry_.held_[job.kind].get(), job.slot);
  }
  template <class T>
  T& record_of() const {
    return static_cast<T&>(record_of({0, place_of_single<T>, 0}));
  }
  bool& present(std::size_t kind) { return registry_.present_[kind - folder_kinds().size()]; }

  const Tree& tree() const { return mounted_ ? static_cast<const Tree&>(*mounted_) : request_.tree; }
  std::string folder_of(std::string_view folder) const {
    return folder == default_people ? people_folder_ : std::string(folder);
  }
  Arena& new_arena() {
    auto arena = std::make_shared<Arena>();
    registry_.arenas_.push_back(arena);
    return *arena;
  }

  const LoadRequest& request_;
  std::unique_ptr<Loaded> loaded_;
  Registry& registry_;
  std::unique_ptr<MountedTree> mounted_;
  std::string people_folder_{default_people};
  std::vector<bool> folder_seen_;
  std::vector<const Intake*> intakes_ = all_intakes(Kinds(), SingleKinds());  ///< as `held_` stands
  std::vector<Job> jobs_;
};

Loaded judged_on(const Loaded& loaded, Date day) {
  return {.sources = loaded.sources,
          .registry = loaded.registry.on(day),
          .findings = loaded.findings,
          .places = loaded.places,
          .changed_settings = loaded.changed_settings,
          .baseline = loaded.baseline,
          .files = loaded.files,
          .records = loaded.records,
          .unreadable = loaded.unreadable,
          .faulty_settings = loaded.faulty_settings};
}

std::unique_ptr<Loaded> load(const LoadRequest& request) { return Loader(request).run(); }

}  // namespace nastavnik
