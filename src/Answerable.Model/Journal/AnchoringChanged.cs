namespace Answerable.Model.Journal;

/// <summary>Whither the journal's head is sent each day: into a folder, to an address, by mail. The addresses are in no journal.</summary>
[FactName("journal.anchoring-changed")]
public sealed record AnchoringChanged(bool Folder, bool Address, bool Mail) : Fact;
