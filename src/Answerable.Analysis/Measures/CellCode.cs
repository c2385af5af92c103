using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Analysis.Measures;

/// <summary>A cell's key with its names numbered: 14 bytes, so that a year's keys are scanned from memory in milliseconds.</summary>
public readonly record struct CellCode(
    byte Kind, byte Channel, ushort Source, ushort Queue, ushort Type, ushort Team, ushort Version, ushort Agent)
{
    /// <summary>The number in a dimension; of a named dimension 0 means unknown.</summary>
    public int this[Dimension dimension] => dimension switch
    {
        Dimension.Kind => Kind,
        Dimension.Channel => Channel,
        Dimension.Source => Source,
        Dimension.Queue => Queue,
        Dimension.Type => Type,
        Dimension.Team => Team,
        Dimension.Version => Version,
        Dimension.Agent => Agent,
    };

    public static CellCode Of(CellKey key, Names names) => new(
        (byte)key.Kind,
        (byte)key.Channel,
        names.Number(Dimension.Source, key.Source),
        names.Number(Dimension.Queue, key.Queue),
        names.Number(Dimension.Type, key.Type),
        names.Number(Dimension.Team, key.Team),
        names.Number(Dimension.Version, key.Version),
        names.Number(Dimension.Agent, key.Agent));

    public CellKey Key(Names names) => new(
        (FactKind)Kind,
        (Channel)Channel,
        names.Text(Dimension.Source, Source),
        names.Text(Dimension.Queue, Queue),
        names.Text(Dimension.Type, Type),
        names.Text(Dimension.Team, Team),
        names.Text(Dimension.Version, Version),
        names.Text(Dimension.Agent, Agent));
}
