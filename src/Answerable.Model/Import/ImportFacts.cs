using Answerable.Model.Journal;

namespace Answerable.Model.Import;

/// <summary>An import brought contacts in; one that found nothing new leaves no fact.</summary>
/// <param name="File">What an earlier Answerable told of the file's name. It is told no more: it may name a customer, who could not be erased from
/// it. The hash says which file it was.</param>
[FactName("import.finished")]
public sealed record ImportFinished(
    string Profile, string FileHash, long Rows, long Imported, long Rejected, long Repaired, [Typed] string? File = null) : Fact;
