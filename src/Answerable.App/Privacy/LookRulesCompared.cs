using Answerable.App.Journal;
using Answerable.Model.Privacy;

namespace Answerable.App.Privacy;

/// <summary>For how long it is kept who looked, held against what was told when that was changed.</summary>
internal sealed class LookRulesCompared() : SettingCompared<LookRulesRow, LooksKeptFor>("how long it is kept who looked",
    row => row is null ? "nothing" : $"{row.Days} days", told => $"{told?.Days ?? LookRulesRow.UsualDays} days");
