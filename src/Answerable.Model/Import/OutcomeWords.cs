namespace Answerable.Model.Import;

/// <summary>What the words mean by which systems say how a call ended, as far as they are known.</summary>
public static class OutcomeWords
{
    public static readonly IReadOnlyList<string> Handled =
    [
        "handled", "answered", "completed", "complete", "served", "accepted", "connected", "talked", "success", "successful", "ended", "normal",
        "transferred", "transfer", "transferred out", "blind transfer", "attended transfer", "conference", "completed by agent",
        "completed by caller",
        "completeagent", "completecaller", "agent hangup", "caller hangup after answer", "angenommen", "beantwortet", "erledigt", "verbunden",
        "atebwyd", "wedi'i ateb", "répondu", "répondue", "décroché", "traité", "contestada", "contestado", "atendida", "atendido", "respondida",
        "risposta", "risposto", "gestita", "beantwoord", "afgehandeld", "opgenomen",
    ];

    public static readonly IReadOnlyList<string> Abandoned =
    [
        "abandoned", "abandon", "abandoned in queue", "hung up", "missed", "missed call", "lost", "no answer", "noanswer", "not answered",
        "unanswered", "ring no answer", "caller hung up", "disconnected", "dropped", "timeout", "timed out", "queue timeout", "busy", "overflow",
        "overflowed", "voicemail", "voice mail", "left voicemail", "abgebrochen", "aufgelegt", "verpasst", "verloren", "nicht angenommen",
        "unbeantwortet", "nicht beantwortet", "entgangen", "gadawyd", "heb ei ateb", "collwyd", "abandonné", "abandonnée", "manqué",
        "appel manqué",
        "sans réponse", "non répondu", "perdu", "abandonada", "abandonado", "perdida", "llamada perdida", "no contestada", "no atendida",
        "sin respuesta", "abbandonata", "abbandonato", "persa", "chiamata persa", "senza risposta", "non risposta", "verlaten", "afgebroken",
        "gemist", "gemiste oproep", "niet beantwoord", "opgehangen",
        "caller abandoned", "customer abandoned", "call abandoned", "calls abandoned", "abandoned call", "abandoned by caller",
        "abandoned by customer", "abandoned queue", "abandoned while waiting", "abandoned while ringing", "abandoned ringing",
        "abandoned before answer", "queue abandoned", "queue abandon", "abandoned in the queue", "abandoned short", "short abandon",
        "customer hung up", "caller hung up in queue", "hung up in queue", "hung up while waiting", "gave up", "left queue", "left the queue",
        "anrufer hat aufgelegt", "anrufer aufgelegt", "kunde hat aufgelegt", "vom anrufer abgebrochen", "vom kunden abgebrochen",
        "anruf abgebrochen", "anrufer abgebrochen", "in warteschlange abgebrochen", "in der warteschlange abgebrochen", "in warteschlange aufgelegt",
        "abbruch", "verlorener anruf", "verpasster anruf", "entgangener anruf",
        "appel abandonné", "abandonné en file", "abandonné en file d'attente", "abandonné en attente", "abandonné par l'appelant",
        "abandonné par le client", "abandon client", "le client a raccroché", "client a raccroché", "appel perdu",
        "llamada abandonada", "abandonada en cola", "abandonado en cola", "abandono", "abandonada por el cliente", "abandonado por el cliente",
        "el cliente colgó", "cliente colgó", "chiamata abbandonata", "abbandonata in coda", "abbandonato in coda", "abbandono",
        "abbandonata dal cliente", "abbandonato dal cliente", "il cliente ha riattaccato", "cliente ha riattaccato",
        "oproep verlaten", "verlaten in wachtrij", "klant heeft opgehangen", "beller heeft opgehangen", "opgehangen in wachtrij", "afgehaakt",
        "galwad a gadawyd", "gadawyd yn y ciw", "gadawyd gan y galwr", "gadawyd gan y cwsmer", "galwad a gollwyd",
    ];

    public static readonly IReadOnlyList<string> Excluded = ["test", "test call", "phantom", "excluded", "internal", "cancelled by system"];
}
