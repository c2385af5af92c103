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
    ];

    public static readonly IReadOnlyList<string> Excluded = ["test", "test call", "phantom", "excluded", "internal", "cancelled by system"];
}
