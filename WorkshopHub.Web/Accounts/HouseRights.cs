using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Who may run the whole house: every programme and every workshop.</summary>
public static class HouseRights
{
    /// <summary>Makes somebody facilitator of the house, or takes that away. False where it is so already.</summary>
    /// <exception cref="RefusedException">One's own right, or an admin's.</exception>
    public static bool Give(Writes writes, long person, bool facilitator, long by)
    {
        if (OneAccount.Find(writes, person) is not { } whose || whose.IsFacilitator == facilitator)
        {
            return false;
        }

        if (person == by)
        {
            throw new RefusedException("SignIn", "Nobody gives or takes away their own rights. Ask a colleague.");
        }

        RefuseAdmins(writes, whose, by);
        PersonalLinks.EnsureAccount(writes, person);
        writes.Execute("UPDATE account SET is_facilitator = @facilitator WHERE person_id = @person", new { person, facilitator });
        Audit.Note(writes, by, null, facilitator ? "make-house-facilitator" : "end-house-facilitator", "person", person);
        return true;
    }

    /// <summary>What belongs to an admin's account is left to admins: nobody rises by it.</summary>
    /// <exception cref="RefusedException">The account is an admin's, and who asks is none.</exception>
    public static void RefuseAdmins(Reads reads, OneAccount whose, long by)
    {
        if (whose.IsAdmin && OneAccount.Find(reads, by) is not { IsAdmin: true })
        {
            throw new RefusedException("SignIn", $"{whose.Name} looks after this house. Only another admin can change this.");
        }
    }
}
