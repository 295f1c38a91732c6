using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using Participatie.Web.Hosting;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Participatie.Tests.Mail;

/// <summary>A real SMTP server on loopback that can be away for a while, and what it was given.</summary>
public sealed class GivenMailServer : IAsyncDisposable
{
    public const string User = "participatie";
    public const string Password = "een lang wachtwoord";

    private readonly SmtpEncryption _encryption;
    private readonly bool _asksWho;
    private CancellationTokenSource? _running;
    private Task _served = Task.CompletedTask;

    private GivenMailServer(SmtpEncryption encryption, bool asksWho, string name)
    {
        (_encryption, _asksWho) = (encryption, asksWho);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        Certificate = X509CertificateLoader.LoadPkcs12(
            request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1)).Export(X509ContentType.Pfx), null);
    }

    public int Port { get; }

    public X509Certificate2 Certificate { get; }

    public ConcurrentQueue<MimeMessage> Received { get; } = [];

    public SmtpSettings Settings => new()
    {
        Host = "localhost",
        Port = Port,
        Encryption = _encryption,
        User = _asksWho ? User : null,
        Password = _asksWho ? Password : null,
        From = "participatie@drenthe.example",
        FromName = "Provincie Drenthe",
        Certificate = _encryption == SmtpEncryption.None ? null : Certificate,
    };

    /// <param name="encryption">What it offers.</param>
    /// <param name="asksWho">Whether it takes mail from whoever signed in only.</param>
    /// <param name="name">In its certificate.</param>
    public static GivenMailServer Away(
        SmtpEncryption encryption = SmtpEncryption.None, bool asksWho = false, string name = "localhost") => new(encryption, asksWho, name);

    public static GivenMailServer Running(
        SmtpEncryption encryption = SmtpEncryption.None, bool asksWho = false, string name = "localhost")
    {
        var server = Away(encryption, asksWho, name);
        server.Start();
        return server;
    }

    public void Start()
    {
        _running = new CancellationTokenSource();
        var rooms = new SmtpServer.ComponentModel.ServiceProvider();
        rooms.Add(new Inbox(Received));
        rooms.Add(new Doorman());
        rooms.Add(new DelegatingUserAuthenticator((user, password) => user == User && password == Password));
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint =>
            {
                endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).IsSecure(_encryption == SmtpEncryption.Tls)
                    .AuthenticationRequired(_asksWho).AllowUnsecureAuthentication(false);
                if (_encryption != SmtpEncryption.None)
                    endpoint.Certificate(Certificate);
            })
            .Build();
        _served = new SmtpServer.SmtpServer(options, rooms).StartAsync(_running.Token);
    }

    public async Task StopAsync()
    {
        if (_running is null)
            return;
        await _running.CancelAsync();
        try
        {
            await _served;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }

        _running.Dispose();
        _running = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Certificate.Dispose();
    }

    private sealed class Inbox(ConcurrentQueue<MimeMessage> received) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            received.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }
    }

    /// <summary>Refuses some for good and some for now.</summary>
    private sealed class Doorman : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) => to.User switch
        {
            "nergens" => throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "no such person")),
            "later" => throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)450, "later")),
            _ => Task.FromResult(true),
        };
    }
}
