using System.Globalization;
using Answerable.Model.Contacts;

namespace Answerable.Analysis.Measures;

/// <summary>The key of a contact's cell.</summary>
public static class ContactKey
{
    public static CellKey Of(Contact contact) => new(
        ContactMeasures.Family,
        contact.Kind.ToString(),
        contact.Channel.ToString(),
        contact.Source,
        contact.Queue,
        contact.Type ?? "",
        contact.Team?.ToString() ?? "",
        contact.Procedure is { } procedure ? VersionText(procedure, contact.Version ?? 0) : "",
        contact.Agent?.ToString() ?? (contact.AgentName is { Length: > 0 } name ? $"={name}" : ""),
        contact.Direction.ToString());

    /// <summary>A procedure's version as <see cref="Dimension.Version"/> has it. An agent is the person's id, or <c>=</c> and the name the telephony
    /// gives one this centre does not know.</summary>
    public static string VersionText(ProcedureId procedure, int version) => string.Create(CultureInfo.InvariantCulture, $"{procedure}/{version}");
}
