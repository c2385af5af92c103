namespace Answerable.Analysis.Rehearsal;

/// <summary>Who of a group has how many chats in hand, so that the next chat goes to whoever has fewest.</summary>
internal sealed class ChatSeats
{
    private readonly int atOnce;
    private readonly int[] load;
    private readonly int[] place;
    private readonly int[][] withLoad;
    private readonly int[] many;

    public ChatSeats(int agents, int atOnce)
    {
        this.atOnce = atOnce;
        load = new int[agents];
        place = new int[agents];
        withLoad = [.. Enumerable.Range(0, atOnce + 1).Select(_ => new int[agents])];
        many = new int[atOnce + 1];
        for (var agent = 0; agent < agents; agent++)
            Put(agent, 0);
    }

    /// <summary>True when somebody already chatting could take another chat.</summary>
    public bool HasRoom => LeastLoaded() > 0;

    /// <summary>Somebody with nothing in hand takes a contact: a chat leaves room for more, anything else fills them. Gives who.</summary>
    public int Begin(bool chat)
    {
        var agent = withLoad[0][many[0] - 1];
        Move(agent, chat ? 1 : atOnce);
        return agent;
    }

    /// <summary>The least loaded of those already chatting takes another chat. Gives who.</summary>
    public int AddChat()
    {
        var level = LeastLoaded();
        var agent = withLoad[level][many[level] - 1];
        Move(agent, level + 1);
        return agent;
    }

    /// <summary>The same person takes another contact after finishing one.</summary>
    public void Continue(int agent, bool chat) => Move(agent, chat ? load[agent] + 1 : atOnce);

    /// <summary>A contact ends; gives how many chats the person still has.</summary>
    public int End(int agent, bool chat)
    {
        Move(agent, chat ? load[agent] - 1 : 0);
        return load[agent];
    }

    public bool HasRoomAt(int agent) => load[agent] < atOnce;

    public int Load(int agent) => load[agent];

    private int LeastLoaded()
    {
        for (var level = 1; level < atOnce; level++)
            if (many[level] > 0)
                return level;
        return 0;
    }

    private void Move(int agent, int to)
    {
        var level = load[agent];
        var last = withLoad[level][--many[level]];
        withLoad[level][place[agent]] = last;
        place[last] = place[agent];
        Put(agent, to);
    }

    private void Put(int agent, int level)
    {
        load[agent] = level;
        place[agent] = many[level];
        withLoad[level][many[level]++] = agent;
    }
}
