namespace Participatie.Web.Mail;

public static class MailSetup
{
    /// <summary>Writes mails; what sends them runs where housekeeping does.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<MailContents>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<MailServer>();
        services.AddSingleton<SendMails>();
        services.AddSingleton<SendTestMail>();
        services.AddSingleton<DeleteOldMails>();
        services.AddSingleton<ReadMailStanding>();
        return services;
    }
}
