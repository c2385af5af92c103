using Answerable.Model.Journal;

namespace Answerable.Model.Import;

/// <summary>An import brought contacts in; one that found nothing new leaves no fact.</summary>
[FactName("import.finished")]
public sealed record ImportFinished(
    string Profile, [Typed] string File, string FileHash, long Rows, long Imported, long Rejected, long Repaired) : Fact;
