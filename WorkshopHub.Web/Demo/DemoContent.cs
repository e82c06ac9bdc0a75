using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopHub.Web.Demo;

/// <summary>What the demo organisation is made of, as demo-content.json says it; only what is shown so far is read.</summary>
internal sealed record DemoContent(
    DemoOrganisation Organisation, IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoProgramme> Programmes)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads what the program carries inside.</summary>
    /// <param name="weeks">By how many weeks the days move that are named in texts; those of the rows are moved by <see cref="DemoDay"/>.</param>
    public static DemoContent Load(int weeks = 0) => Read<DemoContent>("demo-content", weeks);

    /// <summary>Reads one of the demo's files.</summary>
    public static T Read<T>(string name, int weeks = 0)
    {
        using var stream = typeof(DemoContent).Assembly.GetManifestResourceStream($"demo/{name}.json")
            ?? throw new InvalidOperationException($"demo/{name}.json was not built in.");
        var read = JsonNode.Parse(stream);
        DemoTexts.Move(read, weeks);
        return read.Deserialize<T>(_json)
            ?? throw new InvalidOperationException($"demo/{name}.json is empty.");
    }

    /// <summary>A part of the organisation by its key.</summary>
    public string Unit(string id) => Organisation.Units.First(unit => unit.Id == id).Name;

    /// <summary>A site by its key.</summary>
    public string Site(string id) => Organisation.Sites.First(site => site.Id == id).Name;

    /// <summary>Somebody's name by their key.</summary>
    public string Name(string key) => People.First(person => person.Id == key).Name;
}

/// <summary>The organisation.</summary>
internal sealed record DemoOrganisation(
    string Name, string TimeZone, IReadOnlyList<DemoPlace> Units, IReadOnlyList<DemoPlace> Sites);

/// <summary>A unit or a site.</summary>
internal sealed record DemoPlace(string Id, string Name);

/// <summary>A person.</summary>
internal sealed record DemoPerson(string Id, string Name, string JobTitle, string UnitId, string SiteId, string Email, string? ManagerId);

/// <summary>A programme.</summary>
internal sealed record DemoProgramme(
    string Id, string Name, string Format, DateOnly StartDate, DateOnly EndDate, string TimeMode,
    IReadOnlyList<DemoRole> Roles, IReadOnlyList<DemoSet> Sets, IReadOnlyList<DemoMembership> Memberships,
    IReadOnlyList<DemoWorkshop> Workshops, IReadOnlyList<DemoProblem>? Problems, IReadOnlyList<DemoGoal>? Goals,
    IReadOnlyList<DemoPreference>? Preferences, IReadOnlyList<DemoMeeting>? SetMeetings, IReadOnlyList<DemoOutcome>? Outcomes,
    IReadOnlyList<DemoMeasure>? Measures, IReadOnlyList<DemoMatch>? Matches, DemoConnections? Connections,
    IReadOnlyList<DemoDoor>? DoorRequests, DemoAuthority? Authority)
{
    /// <summary>What members said they would do.</summary>
    public IReadOnlyList<DemoAction> Actions { get; init; } = [];

    /// <summary>What sets wrote for those who follow them.</summary>
    public IReadOnlyList<DemoProgressNote> ProgressNotes { get; init; } = [];

    /// <summary>What sets decided on the way.</summary>
    public IReadOnlyList<DemoDecision> Decisions { get; init; } = [];

    /// <summary>What clients agreed to.</summary>
    public IReadOnlyList<DemoAgreement> ClientAgreements { get; init; } = [];

    /// <summary>Talks of members with their supervisors.</summary>
    public IReadOnlyList<DemoTalk> SupervisorMeetings { get; init; } = [];
}

/// <summary>What may be decided, asked and spent, and who signed it.</summary>
internal sealed record DemoAuthority(string MayDecide, string MustAsk, long? SpendLimit, string Currency, string SignedBy, DateOnly SignedAt);

/// <summary>A problem: the sponsor's, or of a member of its own.</summary>
internal sealed record DemoProblem(
    string Id, string Title, string Description, string? WhyItIsHard, string? SuccessLooksLike, string? ClientId, string? OwnerMemberId,
    bool? NoClearExpertise, string? NoClearExpertiseNote, bool? NoKnownAnswer, string? NoKnownAnswerNote,
    IReadOnlyList<DemoAttempt>? FailedAttempts, DemoAuthority? Authority, DemoYes? WithinSphere);

/// <summary>When a supervisor confirmed a member's own problem.</summary>
internal sealed record DemoYes(DateOnly At);

/// <summary>What was tried before.</summary>
internal sealed record DemoAttempt(long? Year, string What, string WhyItFailed);

/// <summary>What somebody is in a programme.</summary>
internal sealed record DemoRole(string PersonId, string Role, string? SetId);

/// <summary>A set. Its name and problem are those that it chose on the day, which earlier moments don't know yet.</summary>
internal sealed record DemoSet(string Id, string Name, IReadOnlyList<string> MemberIds, string? ProblemId);

/// <summary>Who is in a set, and whose supervisor agreed.</summary>
internal sealed record DemoMembership(
    string Id, string SetId, string PersonId, string SupervisorId, DateOnly AcceptedAt, string? WillingToRisk, int? TimeSharePercent,
    DateOnly? SupervisorConfirmedTimeAt);

/// <summary>A workshop with its plan and what happened there.</summary>
internal sealed record DemoWorkshop(
    string Id, string Kind, string Title, DateOnly Date, string? Place, string? RoomCode,
    IReadOnlyList<DemoItem>? Agenda, IReadOnlyList<DemoAttendance>? Attendance, IReadOnlyList<DemoActivity>? Activities);

/// <summary>An item of the plan.</summary>
internal sealed record DemoItem(int Order, TimeOnly Start, int Minutes, string Kind, string Title, string? ActivityId);

/// <summary>Whether somebody came.</summary>
internal sealed record DemoAttendance(string PersonId, bool Present);
