using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Tests.Mail;

/// <summary>An outbox on a storage, and as many instances that send from it as a test wants.</summary>
internal sealed class GivenOutbox(GivenStorage storage, SmtpSettings? smtp)
{
    private readonly CodeKeys _keys = new(new byte[CodeKey.Bytes]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Settings Settings { get; } = new()
    {
        DataFolder = storage.Folder, PublicUrl = new Uri("https://meedoen.example"), Smtp = smtp,
    };

    public MailContents Contents => new(_keys);

    public Outbox Outbox => new(Settings, Contents, storage.Clock);

    public SendMails NewSender(GroupedWriter? writer = null) => new(
        Settings,
        storage.The<Database>(),
        writer ?? storage.The<GroupedWriter>(),
        new MailServer(Settings),
        Contents,
        storage.Clock,
        NullLogger<SendMails>.Instance);

    public Task WriteAsync(string to, string subject = "Proef", string text = "Dag") => storage.The<GroupedWriter>().WriteAsync(
        scope => Outbox.AddAsync(scope, new MailMessage(to, subject, text)), Stop);

    public Task<MailStanding> StandingAsync() => new ReadMailStanding(storage.The<Database>(), Contents).ReadAsync(Stop);
}
