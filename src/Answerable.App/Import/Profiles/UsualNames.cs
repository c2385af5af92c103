namespace Answerable.App.Import.Profiles;

/// <summary>By what names columns usually go, and so which of a table's are proposed.</summary>
internal static class UsualNames
{
    private static readonly Dictionary<string, string[]> Of = new()
    {
        ["id"] = ["call id", "callid", "contact id", "contactid", "call number", "call no", "ref", "reference", "ticket", "uniqueid", "unique id",
            "nr", "number", "session id", "interaction id", "case", "anruf-id",
            "contact-id", "vorgang", "n° appel", "numéro d'appel", "id appel", "id llamada", "id chiamata", "gespreks-id"],
        ["arrived"] = ["start", "start time", "started", "call start", "date/time", "datetime", "date time", "date", "timestamp", "call date",
            "time of call", "enqueued", "beginn", "datum",
            "initiation timestamp", "début", "date d'appel", "inicio", "fecha", "inizio", "data", "begintijd", "datum en tijd"],
        ["answered"] = ["answer time", "answer", "connect time", "connected at"],
        ["ended"] = ["end", "end time", "hangup time", "completed at", "ende",
            "fin", "fine", "einde"],
        ["wait"] = ["wait time", "waiting time", "queue time", "time in queue", "speed of answer", "ring time", "wartezeit", "wartedauer", "warten",
            "attente", "temps d'attente", "espera", "tiempo de espera", "attesa", "tempo di attesa", "wachttijd", "amser aros"],
        ["talk"] = ["talk time", "talking time", "conversation", "call duration", "duration", "billsec", "gespräch", "gesprächszeit",
            "gesprächsdauer", "sprechzeit", "durée", "durée de conversation", "temps de conversation", "tiempo de conversación",
            "tempo di conversazione", "gespreksduur", "amser siarad", "conversación", "duración", "conversazione", "durata", "gesprekstijd"],
        ["hold"] = ["hold time", "on hold",
            "halten", "haltezeit", "haltedauer", "mise en attente", "in de wacht", "amser dal"],
        ["wrap"] = ["wrap up", "wrap-up", "wrap time", "acw", "after call work", "after-call work", "acw time", "nachbearbeitung",
            "nachbearbeitungszeit", "nacharbeit", "nacharbeitszeit", "post-appel", "post-traitement", "post-llamada", "nawerk", "nawerktijd"],
        ["outcome"] = ["result", "status", "disposition", "call status", "call result", "ergebnis",
            "résultat", "statut", "resultado", "estado", "esito", "stato", "resultaat"],
        ["queue"] = ["queue name", "skill", "split", "group", "warteschlange",
            "file d'attente", "cola", "coda", "wachtrij"],
        ["type"] = ["type", "reason", "call type", "subject"],
        ["channel"] = ["media", "media type",
            "kanal", "canal", "canale", "kanaal", "sianel"],
        ["direction"] = ["call direction", "initiation method", "richtung", "anrufrichtung", "sens", "sens d'appel", "dirección", "sentido",
            "direzione", "richting", "cyfeiriad"],
        ["customer"] = ["caller", "caller id", "callerid", "cli", "from", "customer number", "calling number", "phone number", "anrufer",
            "rufnummer", "appelant", "llamante", "chiamante", "beller"],
        ["agent"] = ["agent name", "operator", "user", "answered by", "mitarbeiter",
            "agente", "conseiller", "operatore", "medewerker"],
    };

    private static readonly string[] Dates = ["date", "datum", "call date", "fecha", "data"];
    private static readonly string[] Times = ["time", "call time", "zeit", "uhrzeit", "heure", "hora", "ora", "tijd"];

    public static Dictionary<string, string> Proposed(IReadOnlyList<string> columns)
    {
        var proposed = new Dictionary<string, string>();
        foreach (var field in GenericMapping.Fields)
            if (Names(field).Select(name => columns.FirstOrDefault(column => Same(column, name)
                    || (field.Lasts && Same(HeadingUnits.Bare(column), name))))
                .FirstOrDefault(column => column is not null && !proposed.ContainsValue(column)) is { } found)
                proposed[field.Name] = found;
        // A time stands in a column of its own beside a date.
        if (proposed.TryGetValue("arrived", out var date) && Dates.Any(name => Same(date, name))
            && columns.FirstOrDefault(column => Times.Any(name => Same(column, name))) is { } time)
            proposed["arrived-time"] = time;
        return proposed;
    }

    private static IEnumerable<string> Names(GenericField field) => [field.Name, field.Title, .. Of.GetValueOrDefault(field.Name) ?? []];

    private static bool Same(string column, string name) => string.Equals(column.Trim().Replace('_', ' '), name, StringComparison.OrdinalIgnoreCase);
}
