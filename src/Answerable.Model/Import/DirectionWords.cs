namespace Answerable.Model.Import;

/// <summary>What the words mean by which systems say who began a contact; single letters and figures are each system's own, and asked about.
/// </summary>
public static class DirectionWords
{
    public static readonly IReadOnlyList<string> Inbound =
    [
        "inbound", "in-bound", "incoming", "in", "inbound call", "incoming call", "i mewn", "galwad i mewn", "dod i mewn",
        "eingehend", "eingehender anruf", "ankommend", "kommend", "eingang", "entrant", "appel entrant", "appel reçu", "reçu",
        "entrante", "llamada entrante", "entrada", "recibida", "in entrata", "chiamata in entrata", "in arrivo", "ricevuta",
        "inkomend", "binnenkomend", "inkomende oproep", "inkomend gesprek",
    ];

    public static readonly IReadOnlyList<string> Outbound =
    [
        "outbound", "out-bound", "outgoing", "out", "outbound call", "outgoing call", "external outbound", "allan", "galwad allan", "mynd allan",
        "ausgehend", "ausgehender anruf", "abgehend", "gehend", "ausgang", "sortant", "sortante", "appel sortant", "appel émis", "émis",
        "saliente", "llamada saliente", "salida", "realizada", "in uscita", "chiamata in uscita", "uscente", "effettuata",
        "uitgaand", "uitgaande oproep", "uitgaand gesprek",
    ];

    /// <summary>The customer is rung back, as they were promised.</summary>
    public static readonly IReadOnlyList<string> Callback = ["callback", "call back", "queued callback", "queue callback", "rückruf"];

    /// <summary>Colleagues among themselves.</summary>
    public static readonly IReadOnlyList<string> Internal =
    [
        "internal", "internal call", "mewnol", "galwad fewnol", "intern", "interner anruf", "interne", "appel interne", "interna", "interno",
        "llamada interna", "chiamata interna", "interne oproep", "intern gesprek",
    ];
}
