using Answerable.Model.Contacts;


namespace Answerable.App.Demo.Days;

/// <summary>Somebody on their way to a queue.</summary>
/// <param name="At">Milliseconds of the local day; negative where they have waited since an earlier day.</param>
/// <param name="Tries">How often they have rung in vain today.</param>
internal sealed record Comer(string Key, long At, Channel Channel, string Type, int Customer, int Tries = 0);
