using System.Net;
using System.Security.Cryptography.X509Certificates;
using Participatie.ServiceBus;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Hosting;

/// <summary>What the operator decided, read once at the start by <see cref="SettingsReader"/>.</summary>
public sealed record Settings
{
    public const int UsualHstsDays = 365;
    public const int UsualAuditLogMonths = 24;

    /// <summary>The province of Drenthe in the government's list of organisations (TOOI).</summary>
    public const string UsualPublisher = "https://identifier.overheid.nl/tooi/id/provincie/pv22";

    /// <summary>Folder of the embedded database and of the keys; it exists and can be written to.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Connection string of PostgreSQL; null means the embedded database in <see cref="DataFolder"/>.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>Where Azure Service Bus is; null means that the queue in the database brings its messages itself.</summary>
    public BusConnection? ServiceBus { get; init; }

    /// <summary>Whether this process counts responses beside serving pages.</summary>
    public bool Worker { get; init; } = true;

    /// <summary>The 32 bytes under which receipt codes are hashed; null means the key file in <see cref="DataFolder"/>.</summary>
    public byte[]? CodeKey { get; init; }

    /// <summary>The keys before it, the oldest first: codes that they made still open.</summary>
    public IReadOnlyList<byte[]> OldCodeKeys { get; init; } = [];

    /// <summary>
    /// Encrypts the keys of cookies and forms; null leaves that to the code key where they stand in a database, and files as they are.
    /// </summary>
    public X509Certificate2? KeyCertificate { get; init; }

    /// <summary>Whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. Empty: nobody's.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>
    /// Where visitors find the site, a scheme and a host; null means where each of them reached it. Set whenever there are
    /// <see cref="TrustedProxies"/>.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Where traces and metrics go; null for nowhere.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>How many days a browser that was here over HTTPS goes on to use nothing else.</summary>
    public int HstsDays { get; init; } = UsualHstsDays;

    /// <summary>
    /// How many months a line of the audit log is kept. Two years: rights are reviewed once a year at least, so whoever finds something
    /// strange can look back over a whole year before it; longer would keep what staff did for no reason that the AVG knows.
    /// </summary>
    public int AuditLogMonths { get; init; } = UsualAuditLogMonths;

    /// <summary>Whether an empty database gets the sample consultations.</summary>
    public bool Samples { get; init; } = true;

    /// <summary>The day for which a study of the accessibility by people is planned, when there is one.</summary>
    public DateOnly? AccessibilityStudy { get; init; }

    /// <summary>Who publishes the figures: its address in that list.</summary>
    public string Publisher { get; init; } = UsualPublisher;

    /// <summary>Who helps, and who says whether a mail is real.</summary>
    public HelpDesk HelpDesk { get; init; } = new();

    /// <summary>Null sends no mail: an administrator then gets every link on screen.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>Null when staff sign in here alone.</summary>
    public SingleSignOnSettings? SingleSignOn { get; init; }
}
