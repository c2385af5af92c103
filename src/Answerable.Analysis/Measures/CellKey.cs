using System.Globalization;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Analysis.Measures;

/// <summary>What one cell of a quarter-hour holds the measures of. Empty text means unknown.</summary>
/// <param name="Version">Procedure and version, as <see cref="VersionText"/> writes it.</param>
/// <param name="Agent">The person's id, or <c>=</c> and the name the telephony gives an agent this centre does not know.</param>
public readonly record struct CellKey(
    FactKind Kind, Channel Channel, string Source, string Queue, string Type, string Team, string Version, string Agent)
{
    public static CellKey Of(Contact contact) => new(
        contact.Kind,
        contact.Channel,
        contact.Source,
        contact.Queue,
        contact.Type ?? "",
        contact.Team?.ToString() ?? "",
        VersionText(contact),
        contact.Agent?.ToString() ?? (contact.AgentName is { Length: > 0 } name ? $"={name}" : ""));

    /// <summary>The value in a named dimension.</summary>
    public string this[Dimension dimension] => dimension switch
    {
        Dimension.Kind => Kind.ToString(),
        Dimension.Channel => Channel.ToString(),
        Dimension.Source => Source,
        Dimension.Queue => Queue,
        Dimension.Type => Type,
        Dimension.Team => Team,
        Dimension.Version => Version,
        Dimension.Agent => Agent,
    };

    private static string VersionText(Contact contact) => contact.Procedure is { } procedure
        ? string.Create(CultureInfo.InvariantCulture, $"{procedure}/{contact.Version ?? 0}")
        : "";
}
