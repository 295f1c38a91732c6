namespace Participatie.Broker;

/// <summary>What the broker does wrong on purpose, from now on until it is set back.</summary>
public sealed class BrokerFaults
{
    private int _lostAcknowledgements;
    private int _lostAnswers;

    /// <summary>No token is good any more, as when a key or a role was taken back.</summary>
    public bool RefuseTokens { get; set; }

    /// <summary>Nothing is taken in: the queue is full.</summary>
    public bool RefuseMessages { get; set; }

    /// <summary>What is sent is acknowledged and forgotten.</summary>
    public bool LoseMessages { get; set; }

    /// <summary>What is sent is there twice.</summary>
    public bool DoubleMessages { get; set; }

    /// <summary>So many sendings are taken in, and the client never hears it: it sends them again by itself.</summary>
    public int LostAcknowledgements
    {
        get => _lostAcknowledgements;
        set => _lostAcknowledgements = value;
    }

    /// <summary>So many completions are done, and the client never hears it.</summary>
    public int LostAnswers
    {
        get => _lostAnswers;
        set => _lostAnswers = value;
    }

    /// <summary>
    /// What is sent is taken in and given out, and acknowledged only by <see cref="TestBroker.AcknowledgeAsync"/>.
    /// </summary>
    public bool HoldAcknowledgements { get; set; }

    /// <summary>Those that were held, on the broker's one loop.</summary>
    internal List<Action> Held { get; } = [];

    internal bool TakeLostAcknowledgement() => Take(ref _lostAcknowledgements);

    internal bool TakeLostAnswer() => Take(ref _lostAnswers);

    private static bool Take(ref int left)
    {
        if (left <= 0)
            return false;
        left--;
        return true;
    }
}
