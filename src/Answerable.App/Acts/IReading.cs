namespace Answerable.App.Acts;

/// <summary>Something a person looks at: it changes nothing.</summary>
public interface IReading<TResult>;
