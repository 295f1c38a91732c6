namespace Participatie.Surveys.Storage;

/// <summary>
/// A mail, written in the transaction of what it tells of and sent later. Once it was sent only its subject and the times remain.
/// </summary>
public sealed class MailEntry
{
    public const int IdBytes = 16;

    /// <summary>Random, so that the order in which mails were written is not kept; also the name that the mail has everywhere.</summary>
    public required byte[] Id { get; init; }

    /// <summary>What it is about. Names nobody.</summary>
    public required string Subject { get; init; }

    /// <summary>Address and text, sealed; when it was refused for good the address alone; null once it was sent.</summary>
    public byte[]? Content { get; set; }

    public required MailState State { get; set; }

    /// <summary>Milliseconds since 1970, UTC; so are the other times.</summary>
    public required long WrittenAt { get; init; }

    /// <summary>When whoever looks next may try to send it. Moved on by whoever does, so that nobody else does meanwhile.</summary>
    public required long DueAt { get; set; }

    /// <summary>How often it was tried and put off.</summary>
    public short Tries { get; set; }

    /// <summary>Why it was not sent the last time.</summary>
    public MailFailure Failure { get; set; }

    /// <summary>When that was.</summary>
    public long? FailedAt { get; set; }

    /// <summary>When it was sent or given up.</summary>
    public long? EndedAt { get; set; }
}

public enum MailState : short
{
    Waiting,
    Sent,

    /// <summary>Is not tried again.</summary>
    Failed,
}

/// <summary>Why a mail was not sent. The numbers are stored.</summary>
public enum MailFailure : short
{
    None = 0,

    /// <summary>Nobody answers at that host and port, or the connection broke.</summary>
    Unreachable = 1,

    /// <summary>The server's certificate is not trusted, or it offers no encryption.</summary>
    NotSecure = 2,

    /// <summary>User and password are refused, or the server wants some and none are set.</summary>
    SignInRefused = 3,

    /// <summary>The server does not send for the address that mails come from.</summary>
    SenderRefused = 4,

    /// <summary>The server refuses this mail for good: mostly an address that does not exist.</summary>
    Refused = 5,

    /// <summary>The server asks to try again later.</summary>
    PutOff = 6,

    /// <summary>It could not be sent for days.</summary>
    TooLate = 7,

    /// <summary>It cannot be read any more: it was written with a code key that is gone.</summary>
    Unreadable = 8,
}
