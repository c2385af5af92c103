using Answerable.Model.Contacts;

namespace Answerable.App.Import.Profiles;

/// <summary>What the words mean by which systems say how a contact came, in the languages of centres around; what can be meant in two ways ("mail" is
/// an e-mail here and a letter there) is left out, and asked about.</summary>
internal static class ChannelWords
{
    public static readonly IReadOnlyDictionary<Channel, IReadOnlyList<string>> Of = new Dictionary<Channel, IReadOnlyList<string>>
    {
        [Channel.Phone] =
        [
            "phone", "telephone", "tel", "tel.", "voice", "call", "phone call", "telephone call", "voip", "telephony",
            "ffôn", "ffon", "galwad", "galwad ffôn", "llais",
            "telefon", "telefonie", "telefonisch", "telefonat", "anruf", "sprache",
            "téléphone", "telephone", "appel", "appel téléphonique", "voix",
            "teléfono", "telefono", "telefónico", "llamada", "llamada telefónica", "voz",
            "telefonata", "telefonico", "chiamata", "voce",
            "telefoon", "telefoongesprek", "oproep", "spraak",
        ],
        [Channel.Email] =
        [
            "email", "e-mail", "emails", "electronic mail", "e-bost", "ebost", "elektronische post", "courriel", "correo electrónico",
            "correo electronico", "posta elettronica",
        ],
        [Channel.Chat] =
        [
            "chat", "live chat", "livechat", "web chat", "webchat", "sgwrs", "sgwrs fyw", "gwe-sgwrs", "clavardage", "chat en direct",
            "chat en vivo", "chat dal vivo",
            "whatsapp", "whatsapp business", "whatsapp message", "sms", "mms", "rcs", "text message", "text messages", "sms text", "imessage",
            "messenger", "facebook messenger", "fb messenger", "telegram", "signal", "viber", "wechat", "apple messages",
            "apple messages for business", "messaging", "web messaging", "in app messaging", "in app chat", "instant messaging", "chatbot",
            "neges destun", "negeseuon testun", "kurznachricht", "textnachricht", "texto", "message texte", "messagerie instantanée",
            "mensaje de texto", "mensajería", "mensajería instantánea", "messaggio di testo", "messaggistica", "tekstbericht", "sms bericht",
            "onlinechat", "online chat", "chat web", "chat en línea", "chat online",
        ],
        [Channel.Web] =
        [
            "web", "website", "web site", "web form", "webform", "online form", "gwefan", "ffurflen we", "webformular", "kontaktformular",
            "onlineformular", "online formular", "formulaire", "formulaire web", "formulaire en ligne", "formulario", "formulario web", "modulo web",
            "modulo online", "webformulier", "contactformulier",
        ],
        [Channel.Letter] =
        [
            "letter", "letters", "post", "postal", "postal mail", "by post", "llythyr", "llythyrau", "brief", "briefe", "briefpost", "per post",
            "courrier", "courrier postal", "lettre", "carta", "correo postal", "lettera", "posta ordinaria", "posta cartacea", "brieven",
        ],
        [Channel.Social] =
        [
            "social", "social media", "social network", "cyfryngau cymdeithasol", "soziale medien", "soziale netzwerke", "réseaux sociaux",
            "réseau social", "redes sociales", "red social", "sociale media", "facebook", "instagram", "twitter", "linkedin",
            "tiktok", "youtube", "bluesky",
        ],
        [Channel.Visit] =
        [
            "visit", "walk-in", "walk in", "in person", "face to face", "counter", "ymweliad", "wyneb yn wyneb", "besuch", "persönlich", "vor ort",
            "schalter", "visite", "en personne", "guichet", "visita", "en persona", "presencial", "di persona", "sportello", "bezoek", "balie",
        ],
        [Channel.Task] = ["task", "tasks", "work item", "tasg", "aufgabe", "tâche", "tarea", "taak"],
    };
}
