use super::*;
use crate::plan::testing::any_project;
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_project_comes_back_from_its_plan_as_it_was(project in any_project()) {
        prop_assert_eq!(project_from(plan_of(&project, None)), Ok(project));
    }

    #[test]
    fn a_record_comes_back_from_storage_as_it_was(project in any_project()) {
        for slot in project.slots() {
            let data = record_data(&slot.record);
            prop_assert_eq!(record_from(slot.record.id(), &data), Ok(slot.record));
        }
    }
}
